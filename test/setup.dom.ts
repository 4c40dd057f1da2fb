import './renders';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine is no reason to fail: what is waited for comes, or the test's own time runs out.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
