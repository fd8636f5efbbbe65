/**
 * 품목분류 (조달청 물품분류번호) that public bodies buy from social-economy enterprises, as `code name | English`.
 * The codes and what they mean are facts of UNSPSC, on which 조달청's 8 digits are based; the choice is ours, and
 * the names are those an officer uses. The 10-digit 세부품명번호 were read in public tender notices. The official
 * list replaces all of it by an import (`categories`).
 */
export const categoryTree = `
10 생화·조경수·사료 등 동식물 | Live plants and animals
1015 종자·모종 | Seeds and seedlings
101515 채소 종자·모종 | Vegetable seeds and seedlings
101519 화초 종자·구근 | Flower seeds and bulbs
1016 화훼·조경 식물 | Floriculture products
101615 나무·조경수 | Trees and shrubs
10161509 침엽수 | Conifer trees
10161511 소나무 | Pine trees
101616 화분·꽃나무 | Floral plants
10161601 장미 화분 | Rose plants
10161603 난 화분 | Orchid plants
10161605 다육식물·선인장 | Cactus plants
101617 절화 | Cut flowers
10161705 장미 절화 | Cut roses
10161707 꽃바구니·화환 | Cut flower arrangements
101619 드라이플라워 | Dried floral products
10161908 프리저브드·말린 꽃 | Dried flower petals
1017 비료·토양개량제 | Fertilizers
101715 유기질 비료 | Organic fertilizers
10171504 퇴비 | Compost
11 광물·섬유·폐자원 | Minerals, textiles and recovered materials
1114 재활용 원료 | Scrap and waste materials
111416 비금속 폐자원 | Non-metallic waste and scrap
11141601 폐의류·폐섬유 | Textile waste
11141602 폐플라스틱 | Plastic waste
11141604 폐지 | Paper waste
14 종이·지류 | Paper materials and products
1411 종이제품 | Paper products
141115 인쇄·필기용지 | Printing and writing paper
14111506 전산용지 | Computer printout paper
14111507 복사용지 | Printer or copier paper
14111514 노트·메모지 | Paper pads or notebooks
14111519 카드지·마분지 | Cardstock papers
14111530 점착 메모지 | Self-adhesive note paper
14111537 라벨용지 | Label papers
141117 위생용지 | Personal paper products
14111701 미용 화장지 | Facial tissues
14111703 종이타월 | Paper towels
14111704 두루마리 화장지 | Toilet tissue
14111705 냅킨 | Paper napkins
141118 사무용 서식지 | Business use papers
14111801 입장권·티켓 | Tickets
14111802 영수증철 | Receipt books
14111806 서식·설문지 | Business forms or questionnaires
14111818 감열지 | Thermal paper
1412 산업용지 | Industrial use papers
141215 판지·포장용지 | Paperboard and packaging papers
24 포장·보관·운반용품 | Material handling and storage
2411 용기·보관 | Containers and storage
241115 포대·봉투 | Bags
24111501 에코백·면 가방 | Canvas bags
24111502 종이봉투·쇼핑백 | Paper bags
24111503 비닐봉투 | Plastic bags
241120 수거함·바구니 | Bins and baskets
241125 골판지 상자 | Corrugated boxes
24112501 택배 상자 | Slotted corrugated cartons
2412 포장재 | Packaging materials
30 건축 자재 | Construction components
3013 구조용 건축자재 | Structural building products
301315 블록·보도블록 | Blocks
30131502 콘크리트 블록 | Concrete blocks
39 조명·전기용품 | Lighting and electrical supplies
3910 전구·램프 | Lamps and bulbs
391016 램프 | Lamps
39101603 태양광 램프 | Solar lamps
39101605 형광등 | Fluorescent lamps
39101609 무대 조명 램프 | Stage or studio lamps
3911 조명기구 | Lighting fixtures
391115 실내 조명기구 | Interior lighting and fixtures
39111501 형광등기구·LED 평판등 | Fluorescent fixtures
39111503 벽부등 | Wall fixtures
39111504 무대 조명 장치 | Stage or studio lighting systems
39111505 매입등 | Recessed lighting
39111507 책상 스탠드 | Desk fixtures
39111515 다운라이트 | Downlighting fixtures
39111521 천장등 | Ceiling fixtures
391116 실외 조명기구 | Exterior lighting and fixtures
39111603 가로등기구 | Roadway lighting
39111605 정원등·경관등 | Landscape lighting
39111608 보안등 | Residential street lights
391117 비상 조명 | Emergency lighting
39111702 손전등 | Flashlights
39111704 투광등 | Flood lights
3912 전기 자재 | Electrical components
42 의료·복지용품 | Medical equipment and supplies
4213 의료용 섬유제품 | Medical textiles
421316 의료인 가운·마스크 | Medical staff clothing
42131606 수술용 마스크 | Isolation or surgical masks
421322 의료용 장갑 | Medical gloves
42132203 진료용 장갑 | Medical exam gloves
4217 구급용품 | Emergency medical products
421717 구급 담요 | Emergency blankets
42171702 구급용 담요 | First aid blankets
421720 구급함·구급가방 | Emergency medical kits
42172001 구급함 | First aid kits
4219 병원 설비·환자 이동 | Medical facility products
421922 환자 이송용품 | Patient transport products
42192207 들것 | Patient stretchers
42192210 휠체어 | Wheelchairs
4221 장애인·노인 보조용품 | Independent living aids
422115 보행 보조용품 | Mobility aids
42211501 지팡이 | Canes
42211506 보행차·보행기 | Walkers or rollators
422116 목욕·배변 보조용품 | Bath and toilet aids
42211606 이동식 변기 | Commodes
42211608 안전손잡이 | Grab bars
42211610 목욕의자 | Bath chairs
422117 의사소통 보조용품 | Communication aids
42211702 점자 기기 | Braille devices
42211703 점자용지 | Braille writing paper
43 정보통신 | Information technology
4321 컴퓨터·주변기기 | Computer equipment
432115 컴퓨터 | Computers
43211501 서버 | Computer servers
43211503 노트북컴퓨터 | Notebook computers
43211507 데스크톱컴퓨터 | Desktop computers
43211509 태블릿컴퓨터 | Tablet computers
432116 컴퓨터 액세서리 | Computer accessories
43211607 컴퓨터 스피커 | Computer speakers
432119 모니터 | Computer displays
43211902 액정 모니터 | LCD monitors
43211903 터치스크린 모니터 | Touch screen monitors
432121 프린터 | Computer printers
43212104 잉크젯 프린터 | Inkjet printers
43212105 레이저 프린터 | Laser printers
43212110 복합기 | Multi-function printers
4323 소프트웨어 | Software
432315 업무용 소프트웨어 | Business function software
43231507 사업관리 소프트웨어 | Project management software
43231513 오피스 소프트웨어 | Office suite software
432322 문서·콘텐츠 관리 소프트웨어 | Content management software
43232202 문서관리 소프트웨어 | Document management software
432325 교육용 소프트웨어 | Educational software
43232502 컴퓨터 기반 학습 소프트웨어 | Computer based training software
43232505 멀티미디어 교육 소프트웨어 | Multimedia educational software
432332 보안 소프트웨어 | Security software
43233205 백신 프로그램 | Virus protection software
44 사무기기·사무용품 | Office equipment and supplies
4410 사무기기와 소모품 | Office machines and supplies
441015 복사기류 | Duplicating machines
44101501 복사기 | Photocopiers
44101503 디지털복합기 | Multifunction machines
441016 종이 처리기 | Paper processing machines
44101601 재단기 | Paper cutting machines
44101603 문서세단기 | Paper shredders
441028 제본기·코팅기 | Binding and lamination machines
44102801 코팅기 | Laminators
441031 토너·잉크 | Printer supplies
44103103 재제조 토너카트리지 | Toner
44103105 잉크카트리지 | Ink cartridges
44103109 드럼 | Printer drums
4411 책상 정리용품 | Office and desk accessories
441115 수납·정리용품 | Organizers
44111503 서류함·트레이 | Desktop trays
44111515 문서보존상자 | File storage boxes
441119 칠판·게시판 | Boards
44111905 화이트보드 | Dry erase boards
44111907 게시판 | Bulletin boards
441120 달력·다이어리 | Planning systems
44112002 달력 | Calendars
44112006 다이어리 | Diaries
4412 사무용 소모품 | Office supplies
441215 우편용품 | Mailing supplies
44121505 특수봉투 | Specialty envelopes
44121506 규격봉투 | Standard envelopes
44121511 우편상자 | Mailing boxes
441216 책상용품 | Desk supplies
44121604 도장·스탬프 | Stamps
44121615 스테이플러 | Staplers
44121618 가위 | Scissors
441217 필기구 | Writing instruments
44121704 볼펜 | Ball point pens
44121706 연필 | Wooden pencils
44121708 마커·매직 | Markers
44121716 형광펜 | Highlighters
441218 수정용품 | Correction media
44121801 수정테이프 | Correction tape
441220 파일·바인더 | Folders and binders
44122003 바인더 | Binders
44122011 파일·서류철 | Folders
44122012 클립보드 | Clipboards
441221 클립·고정용품 | Fastening supplies
44122104 클립 | Paper clips
45 인쇄·영상·음향기기 | Printing and audiovisual equipment
4511 음향·영상 장비 | Audiovisual presentation equipment
451115 연단·음향 | Lecterns and sound systems
45111501 연단 | Free standing lecterns
451116 빔프로젝터·스크린 | Projectors and supplies
45111603 스크린 | Projection screens
45111609 빔프로젝터 | Multimedia projectors
451117 음향장비 | Audio presentation equipment
45111704 음향 믹서 | Audio mixing consoles
45111705 방송·확성 장치 | Public address systems
451119 화상회의 장비 | Conference equipment
45111902 영상회의 시스템 | Videoconferencing systems
4512 촬영장비 | Photographic equipment
46 안전·보안·소방용품 | Security and safety equipment
4616 공공 안전 | Public safety
461615 교통 통제용품 | Traffic control
46161507 안전 띠·체인 | Barrier tapes
46161508 교통콘·시선유도봉 | Traffic cones
4617 방범 장비 | Security equipment
461716 CCTV·감지 장비 | Surveillance equipment
4618 개인 보호구 | Personal protection
461815 보호복 | Safety apparel
46181503 보호복(일체형) | Protective coveralls
46181504 안전장갑 | Protective gloves
46181507 안전조끼 | Safety vests
46181531 반사 의류 | Reflective apparel
461816 안전화 | Safety footwear
46181604 안전장화 | Safety boots
46181605 안전화 | Safety shoes
461817 안전모·안면 보호구 | Head protection
46181704 안전모 | Safety helmets
461818 보안경 | Vision protection
46181802 보안경 | Safety glasses
461820 마스크·호흡 보호구 | Respiratory protection
46182001 보건용 마스크 | Masks
46182002 방진마스크 | Respirators
4619 소방용품 | Fire protection
461915 화재 감지 | Fire detection
46191501 연기감지기 | Smoke detectors
461916 소화용품 | Fire fighting equipment
46191601 소화기 | Fire extinguishers
46191604 질식소화포 | Fire blankets
47 청소용품·위생용품 | Cleaning equipment and supplies
4712 청소장비 | Janitorial equipment
471216 바닥 청소기계 | Floor machines
47121602 진공청소기 | Vacuum cleaners
471217 쓰레기통·종량제 봉투 | Waste containers
47121701 쓰레기봉투 | Trash bags
47121702 쓰레기통·분리수거함 | Waste containers
471218 청소도구 | Cleaning equipment
4713 청소·위생 소모품 | Cleaning supplies
471315 걸레·행주 | Cleaning cloths
47131502 청소용 천·물티슈 | Cleaning cloths or wipes
471316 빗자루·대걸레 | Brooms and mops
47131604 빗자루 | Brooms
47131618 물걸레 | Wet mops
471317 화장실용품 | Restroom supplies
47131702 위생용품 비치함 | Sanitary goods dispensers
47131704 손세정제 용기 | Soap dispensers
471318 세제·소독제 | Cleaning and disinfecting solutions
47131801 바닥 세제 | Floor cleaners
47131803 살균소독제 | Household disinfectants
47131805 다목적 세제 | General purpose cleaners
47131807 표백제 | Bleaches
47131810 주방세제 | Dishwashing products
47131811 세탁세제 | Laundry products
47131812 방향제 | Air freshener
47131816 탈취제 | Deodorizers
47131823 제설제 | Deicers
4713182301 제설제 | Deicer
47131824 유리세정제 | Glass cleaners
47131829 화장실 세정제 | Toilet cleaners
48 조리·급식 기구 | Food service equipment
4810 업소용 주방·급식 | Institutional food services
481019 급식 식기 | Tabletop equipment
48101901 급식용 식판·식기 | Food service dinnerware
48101905 다회용 컵 | Food service cups
49 기념품·체육용품 | Awards, sports and recreation
4910 기념품·상패 | Collectibles and awards
491016 기념품 | Collectibles
49101602 기념품 | Souvenirs
491017 상패·메달 | Awards
49101701 메달 | Medals
49101702 트로피 | Trophies
49101704 상패·감사패 | Plaques
4922 체육용품 | Sports accessories
50 식품·음료 | Food and beverage products
5010 채소·과일·견과 | Vegetables, fruits and nuts
501015 채소 | Vegetables
50101538 신선 채소 | Fresh vegetables
50101541 버섯 | Mushrooms
501016 과일 | Fruits
50101634 신선 과일 | Fresh fruit
501017 견과 | Nuts and seeds
50101716 견과·씨앗 | Whole nuts or seeds
5012 수산물 | Seafood
501218 해조류 | Aquatic plants
5016 과자·당류 | Confectionery and sweeteners
501615 초콜릿·당류 | Chocolate and sugars
501618 사탕·초콜릿 과자 | Confectionery
50161813 초콜릿 | Chocolate candy
5017 양념·장류 | Seasonings
501715 향신료·소금 | Herbs and spices
50171551 소금 | Salt
501718 소스·장류 | Sauces and condiments
50171831 조리용 소스·장 | Cooking sauce
501719 김치·절임 | Pickles
50171901 김치·절임류 | Pickles
5018 빵·떡·제과 | Bakery products
501819 빵·쿠키 | Bread and cookies
50181901 빵 | Fresh bread
50181905 쿠키 | Sweet biscuits or cookies
501820 케이크 | Cakes
50182001 케이크·파이 | Fresh cakes or pies
5019 조리·가공식품 | Prepared foods
501921 간식·스낵 | Snack foods
50192110 견과 간식 | Nuts or dried fruits
501924 잼·꿀 | Jams and honey
50192401 잼 | Jams
50192403 꿀 | Honey
501925 샌드위치 | Sandwiches
50192501 샌드위치 | Fresh sandwiches
501926 반찬 | Prepared side dishes
50192601 반찬 | Fresh side dishes
501927 도시락 | Packaged combination meals
50192701 도시락 | Fresh combination meals
501929 국수 | Pasta and noodles
50192902 건면 | Shelf stable noodles
5020 음료 | Beverages
502017 커피·차 | Coffee and tea
50201706 커피 원두 | Coffee
50201708 커피 음료 | Coffee drinks
50201710 잎차 | Leaf tea
50201713 티백 | Tea bags
502023 음료 | Non-alcoholic beverages
50202301 생수 | Water
50202304 주스 | Shelf stable juice
5022 곡류 | Cereal products
502211 곡물·쌀 | Grains
50221101 쌀·잡곡 | Cereal grains
52 생활용품·가전 | Domestic appliances and supplies
5210 바닥재·매트 | Floor coverings
521015 매트 | Rugs and mats
52101508 현관 매트 | Door mats
5212 침구·수건 | Bedclothes and towels
521215 침구 | Bedclothes
52121501 이불 | Quilts
52121505 베개 | Pillows
52121508 담요 | Blankets
521216 앞치마·주방 섬유 | Table and kitchen linen
521217 수건 | Towels
52121701 목욕수건 | Bath towels
52121704 수건 | Hand towels
5213 커튼·블라인드 | Window treatments
521315 커튼 | Curtains
52131501 커튼 | Curtains
521316 블라인드 | Blinds
52131602 롤스크린 | Roll-up shades
52131604 버티컬 | Vertical blinds
5214 가전제품 | Domestic appliances
521415 주방 가전 | Kitchen appliances
52141501 냉장고 | Refrigerators
5215 주방용품 | Domestic kitchenware
521515 일회용 식기 | Disposable kitchenware
52151502 일회용 접시·용기 | Disposable dishes
52151504 종이컵 | Disposable cups
521520 식기 | Dishes
52152010 보온병·텀블러 | Vacuum flasks
521521 컵·머그 | Drinkware
52152103 머그컵 | Mugs
53 의류·가방·위생용품 | Apparel, luggage and personal care
5310 의류 | Clothing
531016 셔츠·블라우스 | Shirts and blouses
53101602 셔츠 | Shirts
531018 점퍼·외투 | Coats and jackets
53101802 단체 점퍼 | Jackets
531021 작업복 | Coveralls
53102102 작업복 | Overalls
531024 양말 | Hosiery
53102402 양말 | Socks
531025 모자·장갑·우산 | Clothing accessories
53102502 스카프·넥타이 | Ties or scarves
53102504 장갑 | Gloves
53102505 우산 | Umbrellas
53102516 모자 | Caps
531027 근무복·제복 | Uniforms
53102706 경비복 | Security uniforms
53102710 근무복 | Corporate uniforms
531029 체육복 | Athletic wear
53102902 체육복 | Athletic wear
531030 티셔츠 | T-shirts
53103001 단체 티셔츠 | T-shirts
531031 조끼 | Waistcoats
53103101 단체 조끼 | Vests
5311 신발 | Footwear
531116 구두 | Shoes
5312 가방 | Bags
531216 가방·장바구니 | Handbags and bags
53121603 배낭 | Backpacks
53121608 장바구니 | Shopping bags
531217 서류가방 | Business cases
5313 개인 위생용품 | Personal care products
531315 구강용품 | Dental care
53131503 칫솔 | Toothbrushes
531316 비누·세정제 | Bath and body
53131607 손·바디 로션 | Hand lotions
53131608 비누 | Soaps
53131619 화장품 | Cosmetics
53131624 물티슈 | Disposable wipes
53131626 손소독제 | Hand sanitizer
53131628 샴푸 | Shampoos
55 인쇄물·간판 | Published products and signage
5510 인쇄 출판물 | Printed media
551015 인쇄출판물 | Printed publications
55101501 지도·안내도 | Maps
55101506 잡지·소식지 | Magazines
55101509 교재 | Textbooks
55101510 도서 | Books
55101515 홍보물·연차보고서 | Promotional material or annual reports
55101516 안내서·매뉴얼 | Manuals
5512 간판·현수막·라벨 | Signage
551215 명찰·꼬리표 | Tags
55121503 명찰 | Identification tags
551216 라벨·스티커 | Labels
55121606 스티커 | Self-adhesive labels
551217 간판·현수막 | Signage
55121701 금속 명판 | Metallic nameplates
55121702 명패 | Non-metallic nameplates
55121703 조명 간판 | Illuminated signs
55121704 안전표지판 | Safety signs
55121706 현수막 | Banners
55121712 유도표지판 | Directional signs
55121715 깃발·배너 | Flags
55121718 안내판 | Informational signs
55121723 배너 거치대 | Sign stands
551218 신분증·사원증 | Identification documents
55121804 배지·사원증 | Badges
56 가구 | Furniture
5610 일반 가구·사무용 가구 | Furniture
561015 가구 | Furniture
56101502 소파 | Sofas
56101504 의자 | Chairs
56101507 책장 | Bookcases
56101510 파티션 | Partitions
56101515 침대 | Beds
56101519 탁자 | Tables
56101520 사물함 | Lockers
56101530 수납장 | Storage cabinets
561016 옥외 가구 | Outdoor furniture
56101603 야외 테이블 | Picnic tables
56101605 벤치 | Outdoor benches
56101608 자전거 보관대 | Bicycle racks
561017 사무용 가구 | Office furniture
56101702 파일 캐비닛 | Filing cabinets
56101703 책상 | Desks
5610170301 책상 | Desk
56101706 회의용 탁자 | Conference tables
56101708 이동식 서랍 | Mobile files
5611 업무용 가구 | Commercial furniture
561118 독립형 가구 | Freestanding furniture
561121 의자류 | Seating
56112101 강당 의자 | Auditorium seating
56112102 사무용 의자 | Task seating
5611210201 작업용의자 | Task chair
56112103 회의용 의자 | Guest seating
56112104 중역 의자 | Executive seating
56112109 긴 의자 | Benches
5612 교육용 가구 | Classroom furniture
561210 도서관 가구 | Library furnishings
561215 교실 가구 | Classroom furnishings
56121502 학생 의자 | Classroom chairs
56121506 학생 책상 | Student desks
60 교구·악기·공예 | Educational materials, music and crafts
6012 미술·공예 | Arts and crafts
601214 액자 | Picture framing
60121401 목재 액자 | Wood picture frames
601222 목공예 | Wood crafts
60122201 목공 체험 재료 | Wood craft materials
6013 악기 | Musical instruments
6014 장난감·놀이 | Toys and games
601410 장난감 | Toys
60141006 블록 교구 | Building blocks
60141004 봉제 인형 | Stuffed animals
70 농림·조경 서비스 | Farming and landscaping services
7011 원예·조경 | Horticulture
701115 수목 관리 | Plants and ornamental trees
70111501 식재 | Planting services
70111503 가지치기·전정 | Tree trimming services
701117 공원·정원 관리 | Parks and gardens
70111703 정원 조성·관리 | Garden planting or maintenance
70111706 잔디 관리 | Lawn care services
70111710 예초·제초 | Mowing services
70111713 공원 관리 | Parks management
72 건축·시설 유지 서비스 | Building maintenance services
7210 건물 공사·유지 | Building construction and maintenance
721015 건물 지원 | Building support services
72101501 소규모 수선 | Handyman services
72101506 승강기 유지보수 | Elevator maintenance
721019 실내 마감 | Interior finishing
72101901 실내건축·인테리어 | Interior design or decorating
721021 해충 방제 | Pest control
72102103 방역·구충 | Extermination or fumigation
72102106 쥐 방제 | Rodent control
721022 전기공사 | Electrical services
721023 배관·냉난방 | Plumbing and heating
72102302 보일러·난방 수리 | Heating systems repair
72102304 배관 수리 | Plumbing repair
72102305 냉난방기 세척·정비 | Air conditioning maintenance
721024 도장·도배 | Painting and paper hanging
72102402 실내 도장 | Interior painting
72102403 도배 | Wallcovering
721027 바닥 공사 | Flooring service
72102702 장판·바닥재 시공 | Floor covering installation
72102703 바닥 청소 | Floor cleaning services
721029 옥외 관리 | Grounds maintenance services
72102901 제설 | Snow removal services
72102902 조경 공사 | Landscaping services
72102905 옥외 부지 관리 | Exterior grounds maintenance
73 제조·임가공 서비스 | Industrial production services
7315 임가공 | Manufacturing support services
731516 포장 임가공 | Packaging services
73151606 수작업 포장 | Manual hand packaging
76 청소·폐기물 서비스 | Cleaning and waste services
7610 소독·정화 | Decontamination services
761015 소독 | Disinfection
76101502 화장실 위생관리 | Rest room cleaning services
76101503 소독·탈취 | Disinfection or deodorizing services
7611 청소 | Cleaning and janitorial services
761115 건물 청소 | Building cleaning and maintenance
76111501 건물 청소 | Building cleaning services
7611150101 건물청소서비스 | Building cleaning service
76111504 유리창·블라인드 청소 | Window cleaning services
76111505 카펫·가구 청소 | Fabric and furniture cleaning
761116 부분 청소 | Building component cleaning
76111602 덕트 청소 | Air duct cleaning
76111604 바닥 왁스·카펫 | Floor waxing or carpet cleaning
761117 준공 청소 | Building site clean up
761118 차량 세차 | Transport vehicle cleaning
76111801 세차 | Car detailing
7612 폐기물 수거·처리 | Refuse disposal and treatment
761215 쓰레기 수거·처리 | Refuse collection and disposal
76121501 생활폐기물 수거·운반 | Garbage collection and disposal
76121503 가로 청소 | Street cleaning services
761219 유해 폐기물 처리 | Hazardous waste disposal
77 환경 서비스 | Environmental services
7710 환경 관리 | Environmental management
771015 환경영향 조사 | Environmental impact assessment
77101505 환경 모니터링 | Environmental monitoring
78 운송·보관·우편 | Transportation, storage and mail
7810 화물 운송·택배 | Mail and cargo transport
781018 도로 화물 운송 | Road cargo transport
78101801 지역 화물 운송 | Local area trucking
78101804 이사·사무실 이전 | Relocation services
781022 택배·퀵서비스 | Postal and courier services
78102203 우편물 발송 대행 | Mail pick up or delivery
78102205 택배·소화물 배송 | Local parcel delivery
78102206 자전거·오토바이 퀵 | Bicycle or scooter messenger
7811 여객 운송 | Passenger transport
781118 도로 여객 운송 | Passenger road transportation
78111803 전세버스 | Chartered bus services
78111808 차량 임차 | Vehicle rental
7813 보관 | Storage
781316 물품 보관 | General goods storage
78131602 기록물 보관 | File archive storage
80 경영·행정 서비스 | Management and administrative services
8010 컨설팅 | Management advisory services
801015 경영 컨설팅 | Business consultation services
80101501 창업 컨설팅 | Start-up consultation
80101504 전략·발전계획 수립 | Strategic planning consultation
80101506 조직진단 | Organizational structure consultation
80101507 정보화 컨설팅 | IT consultation
8010150701 정보전략계획수립 | Information strategy planning
801016 사업 관리 | Project management
80101601 타당성 조사 | Feasibility studies
80101604 사업 운영 대행 | Project administration
8011 인력 서비스 | Human resources services
801115 인적자원 개발 | Human resource development
80111504 직무 교육·워크숍 | Labor training or development
801116 인력 파견 | Temporary personnel services
80111601 사무 보조 인력 | Temporary clerical assistance
80111613 단순노무 인력 | Temporary manual labor
80111616 안내·상담 인력 | Temporary customer service personnel
801117 채용 대행 | Personnel recruitment
80111701 채용 대행 | Staff recruiting services
8013 부동산 관리 | Real estate services
801315 임대 | Lease and rental
801318 시설 관리 | Real estate management
80131801 건물 시설관리 | Property management
8014 홍보·행사 | Marketing and distribution
801415 시장·만족도 조사 | Market research
80141511 서면 설문조사 | Paper surveys
80141512 현장 설문조사 | Surveys on location
801416 판촉·행사 대행 | Sales and business promotion
80141602 홍보 대행 | Public relations services
80141605 판촉물 | Promotional merchandise
80141607 행사 대행 | Events management
80141622 우편발송 | Letter shop services
8014162201 우편발송서비스 | Mailing service
801418 발송 대행 | Mailing services
801419 전시·회의 | Trade shows and exhibits
80141902 회의·행사 기획 | Meetings and events
8014190201 회의기획및대행서비스 | Meeting planning service
8016 사무 지원 | Business administration services
801615 경영 지원 사무 | Management support services
81 기술·정보화 서비스 | Engineering and technology services
8110 엔지니어링 | Professional engineering services
8111 정보화 서비스 | Computer services
811115 소프트웨어 개발 | Software engineering
81111504 응용 프로그램 개발 | Application programming services
81111509 웹 응용 개발 | Internet application development
811118 시스템 관리 | System administration
81111811 기술지원·헬프데스크 | Technical support
81111812 전산장비 유지보수 | Hardware maintenance
811120 데이터 서비스 | Data services
81112002 데이터 입력·가공 | Data processing services
81112005 기록물 스캔 | Document scanning service
81112010 데이터 변환 | Data conversion service
811121 인터넷 서비스 | Internet services
81112103 홈페이지 제작 | Website design services
81112105 홈페이지 운영·호스팅 | Website hosting services
811122 소프트웨어 유지보수 | Software maintenance
82 디자인·인쇄·홍보 서비스 | Editorial, design and arts services
8210 광고 | Advertising
821015 인쇄물 광고 | Print advertising
82101502 포스터 광고 | Poster advertising
821016 방송·온라인 광고 | Broadcast advertising
82101603 온라인 광고 | Internet advertising
8211 원고·번역 | Writing and translations
821116 속기·녹취 | Non technical writing
82111604 회의록·녹취록 작성 | Transcribing services
821118 편집·번역 | Editorial services
82111801 편집 | Editing services
82111804 번역 | Written translation services
8212 인쇄 | Reproduction services
821215 인쇄 | Printing
82121503 디지털 인쇄 | Digital printing
82121505 홍보물 인쇄 | Promotional printing
82121506 책자 인쇄 | Publication printing
82121507 봉투·명함 인쇄 | Stationery printing
82121508 스티커·쇼핑백 인쇄 | Label and bag printing
82121510 직물 인쇄 | Textile printing
821217 복사 | Photocopying
82121702 칼라 복사 | Color copy services
821219 제본 | Bookbinding
82121903 무선 제본 | Glued binding
8213 사진·영상 | Photographic services
821316 사진·영상 제작 | Photographers and cinematographers
82131601 항공(드론) 촬영 | Aerial photography services
82131603 영상 제작 | Video production services
82131604 사진 촬영 | Still photography
8214 디자인 | Graphic design
821415 디자인 | Art design services
82141502 시각 디자인 | Art design or graphics
82141506 포장 디자인 | Package design services
821416 전시·게시 | Graphic display services
8215 예술가 | Professional artists
821517 공연 예술인 | Performing arts professionals
82151704 연주자 섭외 | Musicians services
83 공공서비스·공과 | Public utilities
8310 수도·전기 | Utilities
85 보건 서비스 | Healthcare services
8510 건강 관리 | Comprehensive health services
851016 간병·방문 건강 | Healthcare support persons
85101601 간호·간병 | Nursing services
85101605 재가 요양 | Home health assistants
8511 감염병 예방 | Disease prevention and control
851115 감염병 방역 | Contagious disease prevention
86 교육 서비스 | Education and training services
8610 직업훈련 | Vocational training
861017 직무 분야 교육 | Non scientific vocational training
86101709 안전 교육 | Safety training services
86101712 공예 교육 | Handcrafts training
861018 재직자 교육 | In-service training
86101808 공직자 교육 | Public sector training
8611 평생교육 | Alternative educational systems
861115 온라인 교육 | Distance learning services
86111502 온라인 강의 | Distance teaching services
861116 성인 교육 | Adult education
86111603 부모 교육 | Parent education
86111604 임직원 법정의무교육 | Employee education
8613 예술·특수 교육 | Specialized educational services
861315 미술 교육 | Fine arts
861316 음악·연극 교육 | Music and drama
86131601 음악 교육 | Music schools
8614 교육 지원 | Educational facilities
861415 교육 상담 | Educational guidance
90 여행·급식·공연 서비스 | Travel, food and entertainment services
9010 음식·급식 | Restaurants and catering
901015 식당 | Eating and drinking establishments
901016 연회·출장뷔페 | Banquet and catering services
90101603 출장뷔페·케이터링 | Catering services
901017 구내식당 | Cafeteria services
90101701 구내식당 운영 | On-site cafeteria management
901018 도시락 배달 | Carryout services
90101802 도시락·식사 배달 | Delivered meals services
9011 숙박·회의시설 | Lodging and meeting facilities
901115 숙박 | Hotels and inns
901116 회의시설 | Meeting facilities
90111603 회의실 대관 | Meeting rooms
90111604 천막·몽골텐트 임대 | Marquees
9012 여행 | Travel facilitation
901215 여행사 | Travel agents
90121501 견학·연수 여행 기획 | Tour arrangement services
90121502 여행사 | Travel agencies
901217 해설·통역 | Guides and interpreters
90121701 마을·문화 해설 | Tour guides
90121702 통역 | Interpreters
9013 공연 | Performing arts
901315 공연 | Live performances
90131501 연극·인형극 공연 | Theatrical performances
90131502 무용 공연 | Dance performances
90131504 음악회 | Concerts
901316 영상 상영 | Motion picture performances
9015 축제·체험 | Entertainment services
901518 축제·박람회 | Fairs
90151802 축제 운영 | Fair management services
90151803 부스 제작·설치 | Fair stands construction
91 개인·가사 서비스 | Personal and domestic services
9110 의류 대여 | Personal appearance
911018 의상 대여 | Clothing rental
91101803 의상 대여 | Costume rental
9111 가사·돌봄 | Domestic and personal assistance
911115 세탁 | Laundering services
91111501 근무복 대여·세탁 | Uniform rental
91111502 세탁 | Laundry services
911116 가사 지원 | Household assistance
91111601 가사 지원 | Housekeeping services
91111603 조리 지원 | Cooking services
911119 돌봄 | Personal care services
91111901 아이 돌봄 | Child daycare services
91111903 어르신 주간돌봄 | Elderly daycare services
91111904 일상생활 지원 | Assisted living services
92 경비·보안 서비스 | Security services
9212 경비 | Security and personal safety
921215 경비 | Guard services
92121504 시설 경비 | Security guard services
921217 보안 시스템 | Security systems services
92121701 무인 경비·CCTV 관제 | Surveillance monitoring
93 사회·공공 서비스 | Community and social services
9314 사회·문화 사업 | Community and social services
931415 사회복지 사업 | Social development services
93141506 사회복지 프로그램 | Social welfare services
931417 문화 사업 | Culture
93141701 문화행사 운영 | Cultural events
93141711 전통공예 | Traditional handcrafts
931418 고용·직업 | Employment
93141808 산업안전보건 | Occupational health or safety
`
