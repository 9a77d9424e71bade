import { useState } from 'react';
import { useSession } from '../app/session.tsx';
import { keepName, keptName } from './use-letter-actions.ts';

/** Who does it: the role is known, the person only by what they say here. */
export const PersonField = () => {
  const { role } = useSession();
  const [name, setName] = useState(keptName);
  return (
    <label className="field">
      <span className="label">Your name, for the operators’ log</span>
      <input
        className="input"
        value={name}
        maxLength={100}
        autoComplete="name"
        placeholder="Kept in this browser; may stay empty"
        onChange={({ target }) => {
          setName(target.value);
          keepName(target.value.trim());
        }}
      />
      <span className="hint">The log has the role in any case: {role}.</span>
    </label>
  );
};
