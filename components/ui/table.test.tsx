import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

const ROWS = [
  ["VF-1", "2026-10", "9.00"],
  ["VF-2", "2026-11", "8.00"],
];

function table({ wide, scroll }: { wide: boolean; scroll?: boolean }): string {
  return renderToStaticMarkup(
    <Table label="Invoices" scroll={scroll}>
      <THead>
        <Th>Number</Th>
        {wide && <Th>Month ({"UTC"})</Th>}
        <Th>Total</Th>
        <Th />
      </THead>
      <tbody>
        {ROWS.map(([number, month, total]) => (
          <Tr key={number}>
            <Td>{number}</Td>
            {wide && <Td>{month}</Td>}
            <Td numeric>{total}</Td>
            <Td>PDF</Td>
          </Tr>
        ))}
      </tbody>
    </Table>,
  );
}

test("a wide table's cells bear their column's head for a phone, the first and those without a head none", () => {
  const html = table({ wide: true });
  expect(html).toContain("stacked");
  expect(html.match(/>Month \(UTC\)<\/span>/g)).toHaveLength(2);
  expect(html.match(/>Total<\/span>/g)).toHaveLength(2);
  expect(html).not.toContain(">Number</span>");
  expect(html).toMatch(/<td class="[^"]*"><div[^>]*>PDF<\/div><\/td>/);
});

test("a narrow table and one that is to be compared across stay as they are", () => {
  expect(table({ wide: false })).not.toContain("stacked");
  expect(table({ wide: true, scroll: true })).not.toContain("stacked");
});
