"""The painter of paper: charts as SVG of our own, without a browser, for rows, cards, print and files to take away."""
