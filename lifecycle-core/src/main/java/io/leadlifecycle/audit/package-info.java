/** Old data before it is brought in: what is wrong with it and what can be imported. The door is {@link io.leadlifecycle.audit.ImportAudit}. */
@NullMarked
package io.leadlifecycle.audit;

import org.jspecify.annotations.NullMarked;
