import { useEditing } from './editing.tsx';
import { Field } from './fields/field.tsx';
import { sectionsOf } from './model/schema.ts';
import { useFieldWords } from './words-of-fields.ts';

/** Every field of the item, in sections, each by its own editor. */
export const Form = () => {
  const { type } = useEditing();
  const words = useFieldWords();
  return sectionsOf(type.schema).map(({ id, fields }) => {
    const isOne = fields.length === 1 && fields[0]?.[0] === id;
    // A list has its name at its own head.
    const isList = isOne && fields[0]?.[1].type === 'array';
    return (
      <section key={id} className="block" aria-label={words.label(id)}>
        {!isList && <h2>{words.label(id)}</h2>}
        {fields.map(([name, schema]) => (
          <Field
            key={name}
            path={[name]}
            schema={schema}
            label={words.label(name)}
            required={type.required.includes(name)}
          />
        ))}
      </section>
    );
  });
};
