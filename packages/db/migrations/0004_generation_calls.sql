CREATE TABLE "generation_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"generation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "generation_provider";--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "partial_type" text;--> statement-breakpoint
ALTER TABLE "generation_call" ADD CONSTRAINT "generation_call_workspace_id_organization_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "generation_call_recent" ON "generation_call" USING btree ("provider","created_at");--> statement-breakpoint
CREATE INDEX "generation_parent" ON "generation" USING btree ("depends_on") WHERE "generation"."depends_on" is not null;--> statement-breakpoint
CREATE INDEX "generation_provider" ON "generation" USING btree ("provider","state") WHERE "generation"."state" not in ('done', 'failed', 'cancelled');