"""Charts as they are declared: plain records, from which the painter of the screen and that of paper both draw."""
