import { z } from 'zod';
import { type Channel, contract, type Output, type ParsedInput } from './contract.ts';
import { AppError, type Failure } from './errors.ts';

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
export type Handlers = {
  readonly [C in Channel]: (input: ParsedInput<C>) => Output<C> | Promise<Output<C>>;
};

/**
 * The single door to the core: own property → parse input → run → parse output. Nothing throws across it; bad input is
 * answered, never dropped. `onBug` sees what was not expected, without its text reaching the other side.
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  raw: unknown,
  onBug: (channel: string, error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!Object.hasOwn(contract, channel)) return refuse('unknown-channel', { channel });
  const name = channel as Channel; // own key of the contract, checked above
  const input = contract[name].input.safeParse(raw);
  if (!input.success) return refuse('bad-input', { channel, detail: z.prettifyError(input.error) });
  try {
    const run = handlers[name] as (value: unknown) => unknown; // input and handler belong to the same channel
    return { ok: true, value: contract[name].output.parse(await run(input.data)) };
  } catch (error) {
    if (error instanceof AppError)
      return { ok: false, error: { code: error.code, params: error.params } };
    onBug(channel, error);
    return refuse('internal', { channel });
  }
}

function refuse(code: Failure['code'], params: Failure['params']): Reply<never> {
  return { ok: false, error: { code, params } };
}
