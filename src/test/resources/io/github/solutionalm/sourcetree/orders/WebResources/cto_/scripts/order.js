function order() {
  return "order";
}
