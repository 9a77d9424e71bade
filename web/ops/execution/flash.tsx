import { type ReactNode, useRef } from 'react';

/** A cell that flashes once when what it tells becomes another; never when it is first seen. */
export const Flash = ({ of, children }: { of: string; children: ReactNode }) => {
  const first = useRef(of);
  const hasChanged = useRef(false);
  if (first.current !== of) hasChanged.current = true;
  return (
    <span key={of} className={hasChanged.current ? 'flash' : undefined}>
      {children}
    </span>
  );
};
