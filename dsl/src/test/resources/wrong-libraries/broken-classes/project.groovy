project 'shop'
library 'libs/classes'
