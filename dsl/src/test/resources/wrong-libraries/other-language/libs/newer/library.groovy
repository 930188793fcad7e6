provides 'newer', language: 2
