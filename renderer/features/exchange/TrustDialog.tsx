import { useState } from 'react';
import type { Sender } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FingerprintLines } from './FingerprintLines.tsx';
import { closeTrust, trustSender, usePeople } from './peopleStore.ts';

/** Asks whether a key is the person's it names; never answered for the lawyer. */
export function TrustDialog() {
  const asking = usePeople((state) => state.asking);
  return asking ? <TrustQuestion key={asking.contact.key} sender={asking} /> : null;
}

function TrustQuestion({ sender }: { sender: Sender }) {
  const text = useText();
  const words = text.exchange.trust;
  const [isCompared, setIsCompared] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const handleTrust = () => {
    setIsPending(true);
    attempt(() => trustSender(sender).finally(() => setIsPending(false)));
  };
  return (
    <Dialog
      isOpen
      onClose={closeTrust}
      isDismissable={false}
      title={words.title(text.exchange.person(sender.person))}
      closeLabel={text.common.close}
      actions={
        <>
          <Button onPress={closeTrust}>{text.common.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={!isCompared}
            isPending={isPending}
            onPress={handleTrust}
          >
            {words.trust}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{words.lead}</p>
        <FingerprintLines fingerprint={sender.fingerprint} />
        {sender.status === 'revoked' && <Banner tone="warning">{words.wasRevoked}</Banner>}
        <Checkbox isSelected={isCompared} onChange={setIsCompared}>
          {words.confirm}
        </Checkbox>
      </div>
    </Dialog>
  );
}
