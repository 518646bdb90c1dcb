"""Beside others: the figures DfE publishes and those that authorities exchange, averaged, ranked and funnelled."""
