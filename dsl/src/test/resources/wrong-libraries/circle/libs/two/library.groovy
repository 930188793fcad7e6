provides 'two', language: 1
library '../one'
