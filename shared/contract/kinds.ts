import { z } from 'zod';

export const Id = z.string().min(1).max(200);

/** Chosen by the client: a retry with the same id changes nothing and returns the first answer. */
export const commandId = Id;

export const Nothing = z.strictObject({});

export const LongText = z.string().max(20_000);

type Kind = 'query' | 'command' | 'job';

const channel = <K extends Kind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) => ({
  kind,
  input,
  output,
});

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('query', input, output);

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('command', input, output);

export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('job', input, output);
