import type { BlockText } from '#shared/domain/text/text.ts';
import { isOn } from './styles.ts';
import type { DocxPackage } from './docxPackage.ts';

/** What `commentsExtended.xml` says of a comment by the id of its last paragraph. */
interface Thread {
  readonly parent: string | undefined;
  readonly isResolved: boolean;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function readThreads(pack: DocxPackage, part: string): Map<string, Thread> {
  const threads = new Map<string, Thread>();
  pack.readXml(part, {
    open(name, attributes) {
      if (local(name) !== 'commentEx') return;
      const own = Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [local(key), value]),
      );
      const done = own['done'];
      threads.set(own['paraId'] ?? '', {
        parent: own['paraIdParent'],
        isResolved: done !== undefined && isOn({ 'w:val': done }),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return threads;
}

/**
 * The blocks of comments with what each answers and whether it was resolved. `paragraphs` gives the id of each comment's last
 * paragraph, by which the file names it.
 */
export function withThreads(
  blocks: readonly (BlockText | null)[],
  pack: DocxPackage,
  part: string | undefined,
  paragraphs: ReadonlyMap<string, string>,
): readonly (BlockText | null)[] {
  if (part === undefined || !pack.has(part)) return blocks;
  const threads = readThreads(pack, part);
  const comments = new Map(Array.from(paragraphs, ([id, paragraph]) => [paragraph, id]));
  return blocks.map((block) => {
    const id = /^comment\/([^/]+)\//.exec(block?.path ?? '')?.[1];
    const thread = threads.get(paragraphs.get(id ?? '') ?? '');
    if (block?.by === undefined || thread === undefined) return block;
    const replyTo = comments.get(thread.parent ?? '');
    const by = {
      ...block.by,
      ...(replyTo !== undefined && { replyTo }),
      ...(thread.isResolved && { isResolved: true }),
    };
    return { ...block, by };
  });
}
