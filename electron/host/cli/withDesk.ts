import type { Answer, CommandInput } from './command.ts';
import { DeskClient } from './deskClient.ts';

/** Opens the workspace for one command and closes it, whatever happens. */
export async function withDesk(
  input: CommandInput,
  run: (desk: DeskClient) => Promise<Answer>,
): Promise<Answer> {
  const desk = new DeskClient(input.global.workspace);
  try {
    await desk.unlock(input.global.language);
    return await run(desk);
  } finally {
    await desk.close();
  }
}
