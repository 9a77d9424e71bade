import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export type TabOf = { id: string; label: ReactNode; content: () => ReactNode };

/** Tabs; only what is chosen is made. */
export const Tabs = ({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string;
  tabs: TabOf[];
  selected?: string;
  onSelect?: (id: string) => void;
}) => (
  <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
    <TabList className="tab-list" aria-label={label}>
      {tabs.map(({ id, label: text }) => (
        <Tab key={id} id={id} className="tab">
          {text}
        </Tab>
      ))}
    </TabList>
    {tabs.map(({ id, content }) => (
      <TabPanel key={id} id={id} className="tab-panel">
        {content()}
      </TabPanel>
    ))}
  </AriaTabs>
);
