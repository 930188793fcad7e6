provides 'one', language: 1
