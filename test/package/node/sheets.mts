// Type-checked alone: TypeScript 6 asks what an import of a stylesheet is, and not every bundler's types say it.
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/table.css';
