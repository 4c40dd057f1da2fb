import 'proyecta-customers/styles.css';
import { type AnchorHTMLAttributes, forwardRef } from 'react';
import { CustomersPage } from '../shared/CustomersPage';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string | URL };

/** Takes more than the kit gives, as Next's does; of React 18's types, that is not every component's due. */
const Link = forwardRef<HTMLAnchorElement, LinkProps>(({ href, ...props }, ref) => <a {...props} href={String(href)} ref={ref} />);

const App = () => <CustomersPage Link={Link} />;

export default App;
