import { useState } from 'react';
import { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { useText } from '../../app/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Chip, FilterChip } from '../../ui/Chip.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Specimen } from './Specimen.tsx';

const segments = [
  { id: 'met', keys: '1', tone: 'teal' },
  { id: 'partial', keys: '2', tone: 'amber' },
  { id: 'not-met', keys: '3', tone: 'cinnabar' },
  { id: 'not-applicable', keys: '4', tone: 'neutral' },
] as const;
type SegmentId = (typeof segments)[number]['id'];

export function ChoiceSpecimens() {
  const text = useText();
  const words = text.common.development;
  return (
    <>
      <Specimen title={words.sections.choices}>
        {segments.map((segment) => (
          <VerdictSegments key={segment.id} begin={segment.id} />
        ))}
        <VerdictSegments begin={null} isDisabled />
        <TypeSelect />
        <TypeSelect isDisabled />
        <Checkbox>{words.checkbox}</Checkbox>
        <Checkbox defaultSelected>{words.checkbox}</Checkbox>
        <Checkbox isIndeterminate>{words.checkboxPart}</Checkbox>
        <Checkbox isDisabled>{words.disabled}</Checkbox>
        <Switch>{words.switch}</Switch>
        <Switch defaultSelected>{words.switch}</Switch>
        <Switch isDisabled>{words.disabled}</Switch>
      </Specimen>
      <Specimen title={words.sections.marks}>
        <div className="flex flex-wrap gap-1.5">
          <ToggledChip begin={false} />
          <ToggledChip begin />
          <Chip>{words.chip}</Chip>
          <Chip tone="teal">{text.words.stances.supports}</Chip>
          <Chip tone="cinnabar">{text.words.stances.contradicts}</Chip>
          <Chip tone="amber">{text.words.stances.partial}</Chip>
          <Chip tone="suggest">{words.suggestion}</Chip>
        </div>
        <div className="flex flex-wrap gap-1.5">
          <Tag tone="cinnabar">{text.words.severities.重大}</Tag>
          <Tag>{text.words.severities.较大}</Tag>
          <Tag tone="amber">{words.tag}</Tag>
          <Tag tone="teal">{text.words.verdicts.met}</Tag>
          <Tag tone="indigo">{words.chip}</Tag>
        </div>
      </Specimen>
    </>
  );
}

interface VerdictSegmentsProps {
  begin: SegmentId | null;
  isDisabled?: boolean;
}

function VerdictSegments({ begin, isDisabled = false }: VerdictSegmentsProps) {
  const text = useText();
  const [value, setValue] = useState<SegmentId | null>(begin);
  return (
    <RadioSegments
      label={text.words.verdict}
      isDisabled={isDisabled}
      segments={segments.map((segment) => ({
        ...segment,
        label: text.words.verdicts[segment.id],
      }))}
      value={value}
      onChange={setValue}
    />
  );
}

function TypeSelect({ isDisabled = false }: { isDisabled?: boolean }) {
  const text = useText();
  const [code, setCode] = useState<DocTypeCode | null>('HT');
  return (
    <Select
      label={text.common.development.select}
      isDisabled={isDisabled}
      options={DocTypeCode.options.map((id) => ({ id, label: text.words.docTypes[id] }))}
      value={code}
      onChange={setCode}
    />
  );
}

function ToggledChip({ begin }: { begin: boolean }) {
  const words = useText().common.development;
  const [isOn, setIsOn] = useState(begin);
  return <FilterChip label={words.filter} count={36} isSelected={isOn} onChange={setIsOn} />;
}
