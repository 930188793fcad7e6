provides 'two', language: 1
