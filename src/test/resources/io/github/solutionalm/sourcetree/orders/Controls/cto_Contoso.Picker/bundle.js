var picker;
