import type { Channel, Input, Output } from './contract.ts';
import type { Reply } from './dispatch.ts';
import { AppError } from './errors.ts';

export type Call = (channel: Channel, input: unknown) => Promise<Reply<unknown>>;
export type Client = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;

/** Makes the typed client from a transport; a refusal becomes an `AppError` with the code of the contract. */
export function makeClient(call: Call): Client {
  return async <C extends Channel>(channel: C, input: Input<C>) => {
    const reply = await call(channel, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
    return reply.value as Output<C>; // parsed by dispatch on the other side
  };
}
