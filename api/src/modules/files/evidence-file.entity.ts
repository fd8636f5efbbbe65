import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { fileKinds, type FileFlag } from './file-kinds.ts'

/** 증빙 파일 — what is known of a file that proves something; its bytes lie in the folder, under their hash. */
export const EvidenceFileSchema = defineEntity({
  name: 'EvidenceFile',
  properties: {
    ...identity,
    enterpriseId: p.uuid(),
    sha256: p.text(),
    /** As given, cleaned of what could deceive. */
    name: p.text(),
    kind: p.enum(fileKinds),
    size: p.integer(),
    pages: p.integer().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    flags: p.array().$type<FileFlag[]>().default([]),
    /** Whoever brought it in has said so; others are then asked why they read it. */
    hasPersonalData: p.boolean().default(false),
    state: p.enum(['kept', 'removed'] as const).default('kept'),
    uploadedById: p.uuid().nullable(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
})
export class EvidenceFile extends EvidenceFileSchema.class {}
EvidenceFileSchema.setClass(EvidenceFile)

/** 올리는 중 — a file that comes in parts; gone as soon as it has arrived. */
export const FileUploadSchema = defineEntity({
  name: 'FileUpload',
  properties: {
    ...identity,
    enterpriseId: p.uuid(),
    name: p.text(),
    size: p.integer(),
    hasPersonalData: p.boolean(),
    byId: p.uuid(),
    createdAt: p.datetime(),
  },
})
export class FileUpload extends FileUploadSchema.class {}
FileUploadSchema.setClass(FileUpload)
