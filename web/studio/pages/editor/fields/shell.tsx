import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { ReactNode } from 'react';
import { idOf, useEditing, useProblem } from '../editing.tsx';
import { fieldOf, type Path } from '../model/paths.ts';

type Props = {
  path: Path;
  label: ReactNode;
  /** The id of the one input; without it the label names a group. */
  htmlFor?: string;
  /** Beside the label: a count, a tool. */
  beside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, besides what the API says. */
  problem?: string;
  children: ReactNode;
};

/** A field: its label, what it is written with, and what is wrong with it. */
export const FieldShell = ({ path, label, htmlFor, beside, hint, problem, children }: Props) => {
  const { onFocus } = useEditing();
  const told = useProblem(path) ?? problem;
  const id = idOf(path);
  const labelled = (
    <>
      {htmlFor ? (
        <label htmlFor={htmlFor}>{label}</label>
      ) : (
        <span id={`${id}-label`} className="as-label">
          {label}
        </span>
      )}
      {beside}
    </>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that an input in it has the focus
    <div
      className={told ? 'field faulty' : 'field'}
      data-field={fieldOf(path)}
      {...(htmlFor ? {} : { role: 'group', 'aria-labelledby': `${id}-label` })}
      onFocus={(event) => {
        event.stopPropagation();
        onFocus(path);
      }}
    >
      <div className="label">{labelled}</div>
      {children}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {told && (
        <p className="error" id={`${id}-error`}>
          <Icon name="failed" />
          <span>{told}</span>
        </p>
      )}
    </div>
  );
};

/** What an input says of the field around it. */
export const useInputProps = (path: Path, hasHint = false) => {
  const { readOnly } = useEditing();
  const told = useProblem(path);
  const id = idOf(path);
  const describedBy = [hasHint && `${id}-hint`, told && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    readOnly,
    ...(told ? { 'aria-invalid': true as const } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  };
};
