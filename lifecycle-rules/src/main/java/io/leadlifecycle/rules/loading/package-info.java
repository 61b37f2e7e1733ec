/**
 * From files to compiled rules. The door is {@link io.leadlifecycle.rules.loading.RuleCompiler}; files come from
 * {@link io.leadlifecycle.rules.loading.BookFiles}.
 */
@NullMarked
package io.leadlifecycle.rules.loading;

import org.jspecify.annotations.NullMarked;
