import type { NoticeKind } from '../../src/modules/notices/notice-kinds.ts'
import type { Words } from '../../src/modules/notices/template-text.ts'

/** 알림 기본 문구 — what notices say where a centre has no words of its own; first what to do and by when. */
export const noticeTemplates: Record<NoticeKind, Words> = {
  'vetting.arrived': {
    subject: '심사할 신청이 들어왔습니다 — {dueAt}까지',
    body: `{dueAt}까지 심사해 주세요.

{enterprise}에서 「{case}」을(를) 제출했습니다.

{link}`,
  },
  'vetting.assigned': {
    subject: '심사가 배정되었습니다 — {dueAt}까지',
    body: `{dueAt}까지 심사해 주세요.

{enterprise}의 「{case}」 심사를 맡게 되었습니다.

{link}`,
  },
  'vetting.submitted': {
    subject: '신청을 받았습니다',
    body: `지금 하실 일은 없습니다. {dueAt}까지 결과를 알려 드리겠습니다.

{enterprise}의 「{case}」을(를) 받았습니다. 심사 상황은 신청 화면에서 볼 수 있습니다.

{link}`,
  },
  'vetting.returned': {
    subject: '보완해 주세요 {count}건 — {dueAt}까지',
    body: `{dueAt}까지 아래 {count}건을 보완해 다시 제출해 주세요.

{enterprise} · {case}

{notes}

{link}`,
  },
  'vetting.approved': {
    subject: '심사 결과를 알려 드립니다: 승인',
    body: `지금 하실 일은 없습니다.

{enterprise}의 「{case}」이(가) 승인되었습니다.

{link}`,
  },
  'vetting.rejected': {
    subject: '심사 결과를 알려 드립니다: 불승인',
    body: `결과와 이유를 확인해 주세요.

{enterprise}의 「{case}」이(가) 승인되지 않았습니다.

이유: {reason}

{link}`,
  },
  'vetting.suspended': {
    subject: '승인이 정지되었습니다',
    body: `이유를 확인하고 센터로 문의해 주세요.

{enterprise}의 「{case}」 승인이 정지되어 목록에 보이지 않습니다.

이유: {reason}

{link}`,
  },
  'cert.expiring': {
    subject: '{certKind} 유효기간이 {days}일 남았습니다',
    body: `{until}까지 갱신하고 새 인증을 올려 주세요.

{enterprise}의 {certKind} 인증(인증번호 {number})이 {until}에 끝납니다. 끝난 다음 날부터 목록에서 인증기업으로 세지 않습니다.

{link}`,
  },
  'cert.changed': {
    subject: '{certKind} 인증 상태가 바뀌었습니다',
    body: `내용이 맞는지 확인하고, 다르면 센터로 알려 주세요.

{enterprise}의 {certKind} 인증(인증번호 {number})은 {on}부터 유효하지 않습니다.

이유: {reason}

{link}`,
  },
  'event.invited': {
    subject: '{event}에 초청합니다 — {replyBy}까지 답해 주세요',
    body: `{replyBy}까지 참가할지 답해 주세요.

{participant}을(를) 「{event}」에 초청합니다. 행사 첫날은 {on}입니다.

{link}`,
  },
  'event.expired': {
    subject: '{event} 초청이 끝났습니다',
    body: `참가하고 싶으면 센터로 연락해 주세요. 신청을 받는 동안에는 행사 화면에서 다시 신청할 수 있습니다.

{replyBy}까지 답이 없어 {participant}의 「{event}」 초청이 끝났습니다. 기다리는 곳이 있으면 그 자리는 그곳으로 갑니다.

{link}`,
  },
  'event.confirmed': {
    subject: '{event} 참가가 확정되었습니다',
    body: `참가할 수 없게 되면 되도록 빨리 행사 화면에서 알려 주세요. 기다리는 곳이 대신 참가합니다.

{participant}의 「{event}」 참가가 확정되었습니다. 행사 첫날은 {on}입니다.

{link}`,
  },
  'event.waitlisted': {
    subject: '{event} 대기로 정해졌습니다',
    body: `지금 하실 일은 없습니다. 자리가 나면 순서대로 바로 알려 드립니다.

{participant}은(는) 「{event}」에 대기 중입니다. 순번은 행사 화면에서 볼 수 있습니다.

{link}`,
  },
  'event.declined': {
    subject: '{event} 선정 결과를 알려 드립니다',
    body: `신청해 주셔서 고맙습니다. {participant}은(는) 이번 「{event}」에 선정되지 않았습니다.

이유: {reason}

{link}`,
  },
  'event.promoted': {
    subject: '{event} 참가가 확정되었습니다 — 자리가 났습니다',
    body: `참가할 수 없으면 {replyBy}까지 사양해 주세요. 다음 곳이 대신 참가합니다.

자리가 나서 {participant}의 「{event}」 참가가 확정되었습니다. 행사 첫날은 {on}입니다.

{link}`,
  },
  'schedule.published': {
    subject: '{event} 상담 일정이 정해졌습니다',
    body: `시간과 자리를 확인해 주세요. 올 수 없는 시간이 있으면 센터로 알려 주세요.

{participant}의 「{event}」 상담 일정입니다.

{after}

{link}`,
  },
  'schedule.changed': {
    subject: '{event} 상담 시간이 바뀌었습니다',
    body: `바뀐 시간과 자리를 확인해 주세요. 다른 상담은 그대로입니다.

{participant}의 「{event}」 상담이 바뀌었습니다.

전:
{before}

후:
{after}

이유: {reason}

{link}`,
  },
  'membership.asked': {
    subject: '기업 담당자 신청이 들어왔습니다',
    body: `신청한 사람이 기업의 담당자가 맞는지 확인해 주세요.

{enterprise}의 담당자로 쓰겠다는 신청입니다.

{link}`,
  },
  'membership.approved': {
    subject: '기업 담당자로 등록되었습니다',
    body: `이제 {enterprise}의 정보를 고치고 신청할 수 있습니다.

{link}`,
  },
  'membership.refused': {
    subject: '기업 담당자 신청 결과를 알려 드립니다',
    body: `이유를 확인해 주세요.

{enterprise}의 담당자 신청이 받아들여지지 않았습니다.

이유: {reason}

{link}`,
  },
  'account.invite': {
    subject: '판로에 초대합니다 — 비밀번호를 정해 주세요',
    body: `{until}까지 아래 단추를 눌러 쓸 비밀번호를 정해 주세요. 그 뒤에는 초대한 분께 다시 초대해 달라고 말씀해 주세요.

{center}에서 {name}님을 초대했습니다. 이 주소는 한 번만 쓸 수 있으니 다른 사람에게 전하지 마세요.

{link}`,
  },
  'account.password_changed': {
    subject: '비밀번호가 바뀌었습니다',
    body: `직접 바꾸지 않으셨다면 지금 바로 센터로 알려 주세요.

{name}님의 비밀번호가 {at}에 바뀌었고, 다른 기기의 로그인은 모두 끊었습니다.

{link}`,
  },
  'account.registered_again': {
    subject: '이미 쓰고 있는 주소로 가입 신청이 들어왔습니다',
    body: `직접 신청하셨다면 쓰던 비밀번호로 로그인해 주세요. 아니라면 아무 일도 하지 않으셔도 됩니다.

{name}님의 주소로 {at}에 기업 가입 신청이 들어왔습니다. 이미 쓰고 있는 주소여서 새로 만든 것은 없습니다.

{link}`,
  },
  'account.second_factor_changed': {
    subject: '2단계 인증이 바뀌었습니다',
    body: `직접 바꾸지 않으셨다면 지금 바로 센터로 알려 주세요.

{name}님의 2단계 인증이 {at}에 바뀌었습니다.

{link}`,
  },
}
