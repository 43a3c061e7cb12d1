<p>Thank you,
goodbye</p>