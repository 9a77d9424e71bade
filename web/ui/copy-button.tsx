import { useState } from 'react';
import { Button } from './button.tsx';

/** Copies a text; says so on itself until it is left. */
export const CopyButton = ({ text, label, small = true }: { text: string; label: string; small?: boolean }) => {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      kind="quiet"
      small={small}
      icon={copied ? 'check' : 'copy'}
      aria-label={copied ? 'Copied' : label}
      onBlur={() => setCopied(false)}
      onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    />
  );
};
