package answerbook.answer.outcome;

import answerbook.api.Result;
import answerbook.api.Table;
import java.util.List;
import java.util.Optional;

/** How tables differ: in a column, in the number of rows, or in a cell. */
final class TableDrift {
  private TableDrift() {}

  static Optional<String> between(Table recorded, Table now) {
    if (!recorded.columns().equals(now.columns())) {
      return Optional.of("changed its columns: " + columns(recorded) + " → " + columns(now));
    }
    List<List<Result>> before = recorded.rows();
    List<List<Result>> rows = now.rows();
    if (before.size() != rows.size()) {
      return Optional.of("changed its number of rows: " + before.size() + " → " + rows.size());
    }
    for (int row = 0; row < rows.size(); row++) {
      Optional<String> drift = inRow(before.get(row), rows.get(row));
      if (drift.isPresent()) {
        return Optional.of("in row " + (row + 1) + ", " + drift.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inRow(List<Result> recorded, List<Result> now) {
    if (recorded.size() != now.size()) {
      return Optional.of("changed its number of cells: " + recorded.size() + " → " + now.size());
    }
    for (int cell = 0; cell < now.size(); cell++) {
      Optional<String> drift = Drift.between(recorded.get(cell), now.get(cell));
      if (drift.isPresent()) {
        return Optional.of("column " + (cell + 1) + " " + drift.get());
      }
    }
    return Optional.empty();
  }

  private static String columns(Table table) {
    StringBuilder out = new StringBuilder();
    for (Table.Column column : table.columns()) {
      out.append(out.isEmpty() ? "" : ", ").append(column.heading());
      out.append(column.format().isEmpty() ? "" : " (" + column.format() + ")");
    }
    return out.toString();
  }
}
