project 'shop'
library 'libs/one'
