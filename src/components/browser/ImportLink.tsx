'use client';
import { useCapabilities } from '../../hooks/cache/useCapabilities';
import { useWords } from '../../hooks/context/useWords';
import { useNavigation } from '../../hooks/navigation/navigation';
import { browserWords } from '../../locales/english/detail/detailWords';
import { Icon } from '../ui/Icon';
import { uploadIcon } from '../ui/icons/uploadIcon';
import { slot } from '../ui/slot';

/** Leads to the import, where the backend can create. */
export function ImportLink({ href }: { href: string }) {
	const { browser } = useWords(browserWords);
	const { Link } = useNavigation();
	const { data: capabilities } = useCapabilities();
	return (
		capabilities?.write.create !== false && (
			// Until that is known it keeps its place, unseen.
			<Link href={href} {...slot('pc-button')} data-variant="secondary" data-size="medium" data-state={capabilities ? 'idle' : 'loading'}>
				<Icon name={uploadIcon} />
				<span>{browser.import}</span>
			</Link>
		)
	);
}
