import { useMemo, useState } from 'react';
import { type ContentsEntry, contentsOf } from '#shared/domain/text/contents.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useReview } from './reviewStore.ts';

const noEntries: readonly ContentsEntry[] = [];
/** Deeper entries stand no further in: the card is narrow. */
const deepestIndent = 5;

/** Opens the contents of the document at hand; nothing where it has none. */
export function ContentsButton({ versionId }: { readonly versionId: string }) {
  const words = useText().review.document;
  const text = useReview((state) => state.texts[versionId]);
  const [turn, setTurn] = useState(0);
  const entries = useMemo(
    () => (text === undefined ? noEntries : contentsOf(text.pages, text.blocks)),
    [text],
  );
  if (entries.length === 0) return null;
  const handlePress = ({ part }: ContentsEntry): void => {
    setTurn((last) => last + 1); // a fresh button: the card is closed
    const handle = useReview.getState().reader?.handle;
    handle?.goToPart(part);
    handle?.focus();
  };
  return (
    <Popover
      key={turn}
      label={words.contents}
      trigger={
        <Button tone="quiet" size="small">
          {words.contents}
        </Button>
      }
    >
      <ul className="flex flex-col">
        {entries.map((entry, index) => (
          // Two entries may say the same and lead to one page.
          // oxlint-disable-next-line react/no-array-index-key -- entries keep their order for the life of a version
          <li key={index} style={{ paddingInlineStart: `${indentOf(entry)}em` }}>
            <button
              type="button"
              className="w-full rounded px-2 py-1 text-left hover:bg-hover focus-visible:outline-2 focus-visible:outline-indigo"
              onClick={() => handlePress(entry)}
            >
              {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

const indentOf = ({ level }: ContentsEntry): number => Math.min(level, deepestIndent) - 1;
