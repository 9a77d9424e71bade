/** A choice of a few that are all seen: radio buttons that look like one switch. */
export const Segments = <Value extends string>({
  label,
  name,
  options,
  value,
  onChange,
  className = '',
}: {
  label: string;
  name: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}) => (
  <fieldset className={`seg ${className}`.trim()}>
    <legend className="vh">{label}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);
