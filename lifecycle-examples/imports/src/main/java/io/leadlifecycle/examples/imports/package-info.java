/** Old data of two systems, audited and brought in. The door is {@link Imports}. */
package io.leadlifecycle.examples.imports;
