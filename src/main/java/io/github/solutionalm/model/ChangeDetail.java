package io.github.solutionalm.model;

import java.util.Optional;

/**
 * One thing that changes inside a component (docs/plan-and-gates.md, "What changes inside").
 *
 * @param what in the words of the component: {@code MaxLength}, {@code option 3}, {@code control contoso_fax}
 * @param old its value before, shortened where it is long; empty if it was not there
 * @param now its value afterwards; empty if it goes
 */
public record ChangeDetail(String what, Optional<String> old, Optional<String> now) {}
