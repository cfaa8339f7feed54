import { useState } from 'react';
import { useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { Specimen } from './Specimen.tsx';

export function NoticeSpecimens() {
  const words = useText().common.development;
  return (
    <>
      <Specimen title={words.sections.notices}>
        <Banner>{words.info}</Banner>
        <Banner tone="success">{words.success}</Banner>
        <Banner tone="warning">{words.warning}</Banner>
        <Banner tone="error" actions={<Button size="small">{words.plain}</Button>}>
          {words.error}
        </Banner>
      </Specimen>
      <Specimen title={words.sections.progress}>
        <div className="flex items-center gap-3">
          {[0, 23, 58, 94].map((done) => (
            <Ring key={done} label={words.ring} done={done} total={94} />
          ))}
          <Ring label={words.ring} done={40} total={94} tone="teal" />
        </div>
        <ProgressBar label={words.progress} value={3} total={7} />
        <ProgressBar label={words.progress} value={null} />
      </Specimen>
      <Specimen title={words.sections.overlays}>
        <OverlayButtons />
        <Disclosure title={words.disclosure} aside={words.suggestion} isOpenAtFirst>
          {words.disclosureBody}
        </Disclosure>
      </Specimen>
    </>
  );
}

function OverlayButtons() {
  const text = useText();
  const words = text.common.development;
  const [open, setOpen] = useState<'dialog' | 'alert' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onPress={() => setOpen('dialog')}>{words.openDialog}</Button>
      <Button onPress={() => setOpen('alert')}>{words.openAlert}</Button>
      <Menu
        label={words.openMenu}
        entries={[
          { id: 'a', label: text.common.edit, icon: 'edit', keys: 'E', run: close },
          { id: 'b', label: words.disabled, isDisabled: true, run: close },
          { id: 'c', label: text.common.remove, icon: 'trash', isDangerous: true, run: close },
        ]}
      >
        <Button>{words.openMenu}</Button>
      </Menu>
      <Popover label={words.openPopover} trigger={<Button>{words.openPopover}</Button>}>
        {words.disclosureBody}
      </Popover>
      <Tooltip text={words.tooltip} keys="T">
        <Button tone="quiet">{words.tooltip}</Button>
      </Tooltip>
      <Button
        onPress={() =>
          showToast({
            tone: 'success',
            message: () => words.toastMessage,
            action: { label: ({ common }) => common.commands.undo, run: close },
          })
        }
      >
        {words.toast}
      </Button>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title={words.openDialog}
        closeLabel={text.common.close}
        actions={
          <Button tone="primary" onPress={close}>
            {text.common.confirm}
          </Button>
        }
      >
        {words.dialogBody}
      </Dialog>
      <AlertDialog
        isOpen={open === 'alert'}
        isDangerous
        onCancel={close}
        onConfirm={close}
        title={words.openAlert}
        confirmLabel={text.common.remove}
        cancelLabel={text.common.cancel}
      >
        {words.dialogBody}
      </AlertDialog>
    </div>
  );
}
