import type { Metadata } from 'next';
import './globals.css';
import 'proyecta-customers/styles.css';
import { Queries } from './Queries';

export const metadata: Metadata = { title: 'Shop' };

export default function RootLayout({ children }: LayoutProps<'/'>) {
	return (
		<html lang="en" className="h-full antialiased">
			<body className="min-h-full flex flex-col">
				<Queries>{children}</Queries>
			</body>
		</html>
	);
}
