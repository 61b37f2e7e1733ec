package io.leadlifecycle.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.testing.LeadStoreContract;
import org.junit.jupiter.api.Test;

class InMemoryLeadStoreTest extends LeadStoreContract {
    @Override
    protected LeadStore emptyStore(int straysKept) {
        return new InMemoryLeadStore(straysKept);
    }

    @Test
    void a_store_that_keeps_no_stray_is_refused() {
        assertThatThrownBy(() -> new InMemoryLeadStore(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A store keeps at least 1 stray, not 0.");
    }
}
