/**
 * What a part is found by: its `data-slot`, and a class of the same name, which `styles.css` draws it by. A class is as strong as a host's
 * own, and cheaper to find than an attribute.
 */
export function slot(name: `pc-${string}`, className?: string) {
	return { 'data-slot': name, className: className ? `${name} ${className}` : name };
}
