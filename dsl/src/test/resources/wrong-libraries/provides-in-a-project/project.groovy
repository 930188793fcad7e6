project 'shop'
provides 'shop', language: 1
