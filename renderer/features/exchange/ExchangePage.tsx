import { useEffect } from 'react';
import { errorText } from '../../app/errorText.ts';
import {
  type ExchangeRoom,
  exchangeHref,
  exchangeRooms,
  type ExchangeRoute,
} from '../../app/exchangeRoutes.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { NavTabs } from '../../ui/NavTabs.tsx';
import { type Exchange, loadExchange, useExchange } from './exchangeStore.ts';
import { DropArea } from '../documents/DropArea.tsx';
import { LogRoom } from './LogRoom.tsx';
import { openDropped } from './openedFiles.ts';
import { PeopleRoom } from './PeopleRoom.tsx';
import { ReceiveRoom } from './ReceiveRoom.tsx';
import { SendRoom } from './SendRoom.tsx';
import { SharedFolderRoom } from './SharedFolderRoom.tsx';
import { TrustDialog } from './TrustDialog.tsx';

/** Handing work to colleagues and taking it from them. */
export function ExchangePage({ route }: { route: ExchangeRoute }) {
  const text = useText();
  const words = text.exchange;
  const { value, failure } = useExchange();
  useEffect(() => void loadExchange(), []);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ExchangeTabs current={route.room} exchange={value} />
      {failure !== null && (
        <div className="px-4 pt-3">
          <Banner
            tone="error"
            title={words.loadFailed}
            actions={<Button onPress={() => void loadExchange()}>{text.common.retry}</Button>}
          >
            {errorText(failure, text)}
          </Banner>
        </div>
      )}
      {!value && failure === null && <p className="p-6 text-ink-3">{text.common.loading}</p>}
      {value && <Room route={route} exchange={value} />}
      <TrustDialog />
    </div>
  );
}

function ExchangeTabs({ current, exchange }: { current: ExchangeRoom; exchange: Exchange | null }) {
  const words = useText().exchange.rooms;
  const open = (exchange?.conflicts.length ?? 0) + (exchange?.waiting.length ?? 0);
  return (
    <div className="flex h-10 flex-none items-center border-b border-line bg-panel px-2">
      <NavTabs
        label={words.label}
        current={current}
        tabs={exchangeRooms.map((room) => ({
          id: room,
          label: words[room],
          count: room === 'receive' ? open || undefined : undefined,
          href: exchangeHref({ page: 'exchange', room, projectId: null }),
        }))}
      />
    </div>
  );
}

function Room({ route, exchange }: { route: ExchangeRoute; exchange: Exchange }) {
  const words = useText().exchange.receive;
  const room = (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto flex w-full max-w-240 flex-col gap-4 p-4">
        <RoomOf route={route} exchange={exchange} />
      </div>
    </div>
  );
  return (
    <DropArea label={words.drop} onSources={openDropped}>
      {room}
    </DropArea>
  );
}

function RoomOf({ route, exchange }: { route: ExchangeRoute; exchange: Exchange }) {
  switch (route.room) {
    case 'send':
      return <SendRoom key={route.projectId} exchange={exchange} projectId={route.projectId} />;
    case 'folder':
      return <SharedFolderRoom exchange={exchange} />;
    case 'people':
      return <PeopleRoom exchange={exchange} />;
    case 'log':
      return <LogRoom log={exchange.log} receipts={exchange.receipts} looks={exchange.looks} />;
    case 'receive':
      return <ReceiveRoom exchange={exchange} />;
    default:
      return route.room satisfies never;
  }
}
