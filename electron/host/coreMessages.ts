import { z } from 'zod';
import { CoreEvent } from '#shared/contract/contract.ts';
import { Failure } from '#shared/contract/errors.ts';

/** How the process that owns the core is started (its one argument, as JSON). */
export const CoreSettings = z.strictObject({
  workspaceDir: z.string().min(1),
  /** Set in a packaged app, where resources/ lies outside the archive. */
  packagedResourcesDir: z.string().optional(),
});
export type CoreSettings = z.infer<typeof CoreSettings>;

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const SourceMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('path'),
    path: z.string().min(1),
    shownAs: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('bytes'), name: z.string().min(1), bytes: Bytes }),
]);

/** What the window's process asks of the core's process; each is answered under its `id`. */
export const CoreRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.number(),
    kind: z.literal('call'),
    channel: z.string(),
    input: z.unknown(),
  }),
  z.strictObject({ id: z.number(), kind: z.literal('document'), versionId: z.string() }),
  z.strictObject({ id: z.number(), kind: z.literal('memo'), memoId: z.string() }),
  z.strictObject({ id: z.number(), kind: z.literal('handoff'), fileId: z.string() }),
  z.strictObject({ id: z.number(), kind: z.literal('register-source'), source: SourceMessage }),
  z.strictObject({ id: z.number(), kind: z.literal('close') }),
]);
export type CoreRequest = z.infer<typeof CoreRequest>;

const FileBytes = z.strictObject({ bytes: Bytes, mediaType: z.string(), fileName: z.string() });
export type FileBytes = z.infer<typeof FileBytes>;
const refused = z.strictObject({ ok: z.literal(false), error: Failure });
const granted = <T extends z.ZodType>(value: T) => z.strictObject({ ok: z.literal(true), value });

export const CallReply = z.union([granted(z.unknown()), refused]);
export const FileReply = z.union([granted(FileBytes), refused]);
export const SourceReply = z.union([granted(z.string()), refused]);
export const CloseReply = granted(z.null());

/** What comes back: an answer, or an event that nobody asked for. */
export const CoreResponse = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), id: z.number(), reply: z.unknown() }),
  z.strictObject({ kind: z.literal('event'), event: CoreEvent }),
]);
export type CoreResponse = z.infer<typeof CoreResponse>;
