import 'proyecta-customers/styles.css';
import type { LinkComponent } from 'proyecta-customers';
import { type AnchorHTMLAttributes, type ForwardRefExoticComponent, forwardRef } from 'react';
import { CustomersPage } from '../shared/CustomersPage';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string | URL };

const Wide: ForwardRefExoticComponent<LinkProps> = forwardRef<HTMLAnchorElement, LinkProps>(({ href, ...props }, ref) => (
	<a {...props} href={String(href)} ref={ref} />
));
/** Type-checked alone, by React 18's types: a link that takes more than text for an address, as Next's does. */
export const Link: LinkComponent = Wide;

const App = () => <CustomersPage />;

export default App;
