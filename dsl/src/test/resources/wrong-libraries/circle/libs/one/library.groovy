provides 'one', language: 1
library '../two'
